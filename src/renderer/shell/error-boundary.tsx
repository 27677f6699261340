import { Component, type ReactNode } from 'react';
import { translate, type Localized } from '../../model/localized.js';
import { studio } from '../studio/studio.js';
import './error-boundary.css';

const texts = {
  title: { en: 'This part of the app failed', ja: '画面を表示できませんでした。' },
  action: {
    en: 'Your work is in memory and in the recovery journal. Show the app again, or save first with Ctrl S.',
    ja: '作業内容は、メモリと復旧用の記録に残っています。もう一度表示するか、先に Ctrl S で保存してください。',
  },
  again: { en: 'Show again', ja: 'もう一度表示' },
  details: { en: 'Details', ja: '詳細' },
} as const satisfies Record<string, Localized>;

/** The border where bugs of the interface end: says so, keeps the work, offers to go on. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, { readonly error: unknown }> {
  override state = { error: undefined };

  static getDerivedStateFromError(error: unknown): { readonly error: unknown } {
    return { error };
  }

  override render(): ReactNode {
    const error: unknown = this.state.error;
    if (error === undefined) return this.props.children;
    const { language } = studio.getState();
    return (
      <main className="failure" role="alert">
        <h1 className="section-heading">{translate(texts.title, language)}</h1>
        <p>{translate(texts.action, language)}</p>
        <button
          type="button"
          className="button"
          data-variant="primary"
          onClick={() => {
            this.setState({ error: undefined });
          }}
        >
          {translate(texts.again, language)}
        </button>
        <details>
          <summary>{translate(texts.details, language)}</summary>
          <pre>{error instanceof Error ? (error.stack ?? error.message) : JSON.stringify(error)}</pre>
        </details>
      </main>
    );
  }
}
