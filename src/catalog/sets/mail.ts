import { receiptAction } from '../connections/receipt-action.js';
import { sesConfigurationSet } from '../services/ses-configuration-set.js';
import { sesEventDestination } from '../connections/ses-event-destination.js';
import { sesIdentity } from '../services/ses-identity.js';
import { sesReceiptRule } from '../services/ses-receipt-rule.js';
import { sesReceiptRuleSet } from '../services/ses-receipt-rule-set.js';
import { addToCatalog } from '../index.js';

addToCatalog(
  [sesIdentity, sesReceiptRule, sesReceiptRuleSet, sesConfigurationSet],
  [receiptAction, sesEventDestination],
);
