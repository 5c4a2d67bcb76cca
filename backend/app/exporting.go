package app

// StartExport begins to write what is asked for. The file is fetched when the job is finished.
func (a *Atlas) StartExport(ask ExportAsk) (Job, error) { return Job{}, errNotYet }

// JobState tells how far a job is.
func (a *Atlas) JobState(id string) (Job, error) { return Job{}, errNotYet }

// CancelJob calls a job off; one that is finished is forgotten.
func (a *Atlas) CancelJob(id string) error { return errNotYet }
