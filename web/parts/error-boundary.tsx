import { Trans } from '@lingui/react/macro';
import { Component, type ErrorInfo, type ReactNode } from 'react';
import { Button } from 'react-aria-components';
import styles from './states.module.css';

interface Props {
  readonly children: ReactNode;
  /** What is shown is new when this is. */
  readonly resetKey?: string;
}

/** A part that breaks says so in its place; the rest of the page goes on. */
export class ErrorBoundary extends Component<Props, { readonly error: Error | null }> {
  override state: { readonly error: Error | null } = { error: null };

  static getDerivedStateFromError(error: unknown): { error: Error } {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override componentDidCatch(error: unknown, { componentStack }: ErrorInfo): void {
    reportError(new Error(`a part of the page broke${componentStack ?? ''}`, { cause: error }));
  }

  override componentDidUpdate({ resetKey }: Props): void {
    if (resetKey !== this.props.resetKey && this.state.error) this.setState({ error: null });
  }

  override render(): ReactNode {
    if (!this.state.error) return this.props.children;
    return <Broken error={this.state.error} onAgain={() => this.setState({ error: null })} />;
  }
}

/** What stands in the place of something that broke. */
export function Broken({ error, onAgain }: { readonly error: Error; readonly onAgain: () => void }): ReactNode {
  return (
    <div className={styles['state']} role="alert" data-state="broken">
      <h2>
        <Trans>This part of the page broke</Trans>
      </h2>
      <p>
        <Trans>Try again, or load the page anew.</Trans>
      </p>
      <details>
        <summary className="hint">
          <Trans>For those who mend it</Trans>
        </summary>
        <code lang="en">{error.message}</code>
      </details>
      <Button className="button" onPress={onAgain}>
        <Trans>Try again</Trans>
      </Button>
    </div>
  );
}
