/** What is filled in to record a step. */
export interface Step {
  status: '' | 'open' | 'recheck' | 'done';
  dueOn: string;
  /** The deadline is taken away. */
  clear: boolean;
  note: string;
  on: string;
}

export const emptyStep = (on: string): Step => ({ status: '', dueOn: '', clear: false, note: '', on });

/** Nothing is asked for. */
export const isEmpty = (step: Step): boolean => step.status === '' && step.dueOn === '' && !step.clear;
