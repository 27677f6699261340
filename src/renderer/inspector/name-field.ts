/** What the field with the name of a node or context is called in the page. */
export const nameField = 'label';
