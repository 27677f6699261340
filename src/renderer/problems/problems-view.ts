import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { ProblemFilter } from './arrange.js';
import { showBottomTab } from '../studio/studio.js';

/** How the list of problems is looked at; not part of the design. */
export interface ProblemsView extends ProblemFilter {
  /** The node whose first problem gets the focus once the list is there. */
  readonly wanted: string | undefined;
}

export const problemsView = createStore<ProblemsView>(() => ({
  text: '',
  severity: 'all',
  grouping: 'place',
  wanted: undefined,
}));

/** A slice of how the problems are looked at. */
export function useProblemsView<Slice>(selector: (state: ProblemsView) => Slice): Slice {
  return useStore(problemsView, selector);
}

/** Opens the list at the problems of a node. */
export function showProblemsOf(node: string): void {
  problemsView.setState({ text: '', severity: 'all', grouping: 'place', wanted: node });
  showBottomTab('problems');
}
