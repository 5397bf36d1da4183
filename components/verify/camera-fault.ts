/** Why there is no camera, by what the browser says of it. Pure. https://www.w3.org/TR/mediacapture-streams/#dom-mediadevices-getusermedia */
export type CameraFault = 'camera-none' | 'camera-refused' | 'camera-busy' | 'camera-insecure' | 'camera-failed'

export function cameraFault(error: unknown): CameraFault {
  switch (error instanceof Error || (typeof error === 'object' && error !== null) ? (error as { name?: unknown }).name : '') {
    case 'NotFoundError':
    case 'OverconstrainedError':
      return 'camera-none'
    case 'NotAllowedError':
    case 'SecurityError':
      return 'camera-refused'
    case 'NotReadableError':
    case 'AbortError':
      return 'camera-busy'
    default:
      return 'camera-failed'
  }
}
