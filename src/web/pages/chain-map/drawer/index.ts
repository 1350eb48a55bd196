/** The drawer beside the map: why before what, then facts, sources, path and firms of one stage. */
export { Drawer } from './drawer.tsx'
