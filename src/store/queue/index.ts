/**
 * Jobs: pg-boss says that there is work, our `job` row says what became of it. A job is run by one
 * worker at a time, survives the worker's death, and can be cancelled. It is not a scheduler and
 * knows nothing of what a job does.
 */
export {
  cancelJob,
  type JobBacklog,
  type JobFilter,
  type JobPage,
  type JobView,
  labelJobs,
  listJobs,
  readBacklog,
  readJob,
} from './job-view.ts'
export {
  type Handler,
  type JobEnded,
  type JobRequest,
  type JobRun,
  openQueue,
  type Progress,
  type Queue,
  type QueueOptions,
} from './queue.ts'
