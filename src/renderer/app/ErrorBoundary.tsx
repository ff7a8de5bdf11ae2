import { Component, type ReactNode } from 'react';
import { Button } from '#renderer/ui/Button.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { translate } from '#shared/i18n/translate.ts';

interface Props {
  readonly children: ReactNode;
}

/** Shows a message and a link in place of a page that a bug has stopped. The other pages still work. */
export class ErrorBoundary extends Component<Props, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return (
      <EmptyState title={translate('err.generic')}>
        <Button kind="primary" onClick={() => window.location.reload()}>
          {translate('common.retry')}
        </Button>
      </EmptyState>
    );
  }
}
