/** Remembers the selection of the page. @returns the function that restores it */
export function keepSelection(): () => void {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed) return () => undefined;
  const { anchorNode, anchorOffset, focusNode, focusOffset } = selection;
  return () => {
    if (anchorNode?.isConnected && focusNode?.isConnected)
      document.getSelection()?.setBaseAndExtent(anchorNode, anchorOffset, focusNode, focusOffset);
  };
}
