import { isAlias, isMap, isScalar, isSeq, Lexer, LineCounter, parseDocument, stringify } from 'yaml';
import { takeYaml } from './yaml.js';

// Imported by what comes after the first picture and needs the package.
takeYaml({ isAlias, isMap, isScalar, isSeq, Lexer, LineCounter, parseDocument, stringify });
