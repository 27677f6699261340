import { sameInEveryLanguage } from '../../model/localized.js';
import { defineService } from '../define.js';
import { completionAttributes, completionConstruct, completionField, completionRole } from './completion.js';
import { apiAction } from './sdk-actions.js';

const s3Object = { S3Object: { Bucket: '{% $states.input.bucket %}', Name: '{% $states.input.key %}' } };
const document = { Document: s3Object };
const location = { DocumentLocation: s3Object };
const features = { FeatureTypes: ['TABLES', 'FORMS'] };
const job = { JobId: '{% $states.input.JobId %}' };
const starts = { writes: true, async: true, environment: [completionRole] } as const;

export const textract = defineService({
  type: 'textract',
  category: 'ai',
  icon: 'architecture-service/AmazonTextract',
  label: { en: 'Textract', ja: 'Textract' },
  defaultLabel: { en: 'Textract', ja: 'Textract' },
  description: {
    en: 'Reads text, tables and forms in scanned documents',
    ja: 'スキャンした文書からテキスト、表、フォームを抽出',
  },
  keywords: ['ocr', 'document', 'pdf', 'form', 'table', '文書', '文字認識', '帳票'],
  fields: {
    completionMessages: completionField('https://docs.aws.amazon.com/textract/latest/dg/api-async-roles.html'),
  },
  subtitle: () => sameInEveryLanguage('Amazon Textract'),
  stateful: false,
  roles: {
    completionSource: { by: 'role', principal: 'textract.amazonaws.com' },
    sdkTarget: {
      service: 'textract',
      // Only adapters are resources:
      // https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazontextract.html
      actions: {
        detectDocumentText: apiAction('textract:DetectDocumentText', document),
        analyzeDocument: apiAction('textract:AnalyzeDocument', { ...document, ...features }),
        startDocumentTextDetection: apiAction('textract:StartDocumentTextDetection', location, starts),
        getDocumentTextDetection: apiAction('textract:GetDocumentTextDetection', job),
        startDocumentAnalysis: apiAction('textract:StartDocumentAnalysis', { ...location, ...features }, starts),
        getDocumentAnalysis: apiAction('textract:GetDocumentAnalysis', job),
      },
      defaultAction: 'startDocumentTextDetection',
    },
  },
  refusal: {
    en: 'Textract is called by a state machine or by code; this service cannot call it.',
    ja: 'Textract はステートマシンまたはコードから呼び出します。このサービスからは呼び出せません。',
  },
  hasRole: (role, { props }) => role !== 'completionSource' || props.completionMessages,
  attributes: ({ props }, self) => completionAttributes(props.completionMessages, self),
  construct: (input) =>
    input.props.completionMessages ? completionConstruct('textract.amazonaws.com', input) : undefined,
  source: 'https://docs.aws.amazon.com/textract/latest/dg/what-is.html',
});
