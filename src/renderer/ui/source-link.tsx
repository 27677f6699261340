import { BookOpen } from 'lucide-react';
import { report } from '../studio/files.js';
import { studio } from '../studio/studio.js';

/** A link to a page of documentation, opened in the person's browser. */
export function SourceLink({ url, title }: { readonly url: string; readonly title: string }) {
  return (
    <a
      className="source-link"
      href={url}
      target="_blank"
      rel="noreferrer"
      onClick={(event) => {
        event.preventDefault();
        const { host } = studio.getState();
        if (host !== undefined) report(host.openExternal(url));
      }}
    >
      <BookOpen size={14} />
      <span>{title}</span>
    </a>
  );
}
