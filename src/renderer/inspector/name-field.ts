/** What the field with the name of a node or context is called in the page. */
export const nameField = 'label';

/** Puts the cursor into the name of what is selected, ready to be typed over. */
export function editName(): void {
  const field = document.querySelector<HTMLInputElement>(`[data-panel="inspector"] input[name="${nameField}"]`);
  field?.focus();
  field?.select();
}
