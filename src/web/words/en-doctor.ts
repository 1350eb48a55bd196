/** English words of the health screen. */
export const enDoctor = {
  'doctor.title': 'Health',
  'doctor.sum': '{broken} broken · {look} to look at · {good} good',
  'doctor.again': 'Look again',
  'doctor.good': 'good',
  'doctor.look': 'look here',
  'doctor.broken': 'broken',
  'doctor.col.state': 'State',
  'doctor.col.what': 'Check',
  'doctor.col.why': 'Found',
  'doctor.col.next': 'Next',
  'doctor.nothing': 'nothing to do',
  'doctor.at': 'Looked at',
  'doctor.cli': 'on the server also',
  'doctor.other': 'The system administrator looks after this',
  'doctor.other.why': 'If something seems wrong, tell the administrator of your jurisdiction.',
} as const satisfies Record<string, string>
