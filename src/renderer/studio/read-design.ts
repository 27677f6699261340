import { entries } from '../../model/design.js';
import { parseDesign, type ParseResult } from '../../model/parse.js';
import { loadYaml, YamlIsMissing } from '../yaml/yaml.js';

/** Reads a design file that may be the first thing the page does: what places and comments take is loaded if needed. */
export async function readDesign(text: string, file: string): Promise<ParseResult> {
  const result = await parsed(text, file);
  const { design } = result;
  if (design !== undefined && entries(design.nodes).some(([, { definition }]) => definition?.format === 'yaml'))
    await loadYaml();
  return result;
}

async function parsed(text: string, file: string): Promise<ParseResult> {
  try {
    return parseDesign(text, { file });
  } catch (error) {
    if (!(error instanceof YamlIsMissing)) throw error;
    await loadYaml();
    return parseDesign(text, { file });
  }
}
