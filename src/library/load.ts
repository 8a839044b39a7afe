// Loads the library when it is used. The build puts the bundle of the command here.
export const library = () => import('./node.ts')
