/** True on macOS, where Cmd stands for Ctrl. */
export const isMac = typeof navigator !== 'undefined' && navigator.platform.startsWith('Mac');
