// The HTTP interface as one application.
export { openApiDocument } from './document.ts'
