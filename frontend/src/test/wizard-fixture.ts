import type { WizardCalls, WizardFile, WizardView } from '../api/wizard';

/** A file as the wizard holds it. */
export const wizardFile: WizardFile = { id: 'w1', name: '创卫考核成绩3月.xlsx', size: 20480, kind: 'table' };

/** A view of which nothing is known; a test adds what it is about. */
export function wizardView(of: Partial<WizardView> = {}): WizardView {
  return {
    file: wizardFile,
    refused: { zh: '', en: '' },
    encoding: '',
    encodings: [],
    separator: '',
    sheet: '',
    sheets: [],
    title: '',
    headerRow: 0,
    headerTop: 0,
    headers: [],
    table: '',
    tables: [],
    wide: false,
    fields: [],
    columns: [],
    remembered: false,
    rounds: [],
    roundOptions: [],
    lines: [],
    total: 0,
    faults: [],
    questions: [],
    repairs: [],
    notes: [],
    counts: { tables: [], left: 0, faults: 0, questions: 0, repairs: 0 },
    ready: false,
    blocked: { zh: '', en: '' },
    closed: [],
    shapes: null,
    ...of,
  };
}

export const wizardAnswers: WizardCalls = {
  wizardOpen: async () => wizardFile,
  wizardSend: async () => wizardFile,
  wizardPreview: async () => wizardView(),
  wizardRows: async () => [],
  wizardWrite: async () => {
    throw new Error('no wizard in this test');
  },
  wizardClose: async () => {},
};
