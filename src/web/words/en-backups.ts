/** English words of the backups screen. */
export const enBackups = {
  'backups.title': 'Backups of the data',
  'backups.sum': 'the newest {kept} are kept',
  'backups.take': 'Back up now',
  'backups.running': 'Backing up…',
  'backups.rows': 'Backing up, {rows} rows copied',
  'backups.level': 'Durability',
  'backups.level.D0':
    'D0: embedded database that does not sync; survives a killed process, and a power cut by the journal below',
  'backups.level.D1': 'D1: PostgreSQL; what was confirmed survives a power cut',
  'backups.level.D2':
    'D2: PostgreSQL whose log also goes to an archive or a standby; it survives a lost disk',
  'backups.level.unsynced':
    'D0: this PostgreSQL does not sync (fsync and its like); a power cut may lose data',
  'backups.journal': 'Journal',
  'backups.journal.why':
    'What was confirmed is in the journal on the disk; after a power cut the newest backup and the journal bring it back; {size} in this segment',
  'backups.newest': 'Newest',
  'backups.none': 'none yet: take one',
  'backups.overdue': 'older than a day: take one',
  'backups.other': 'Backups are kept by the administrator',
  'backups.other.why':
    'Where a backup or a restore is needed, ask the administrator of this installation.',
  'backups.empty': 'No backup yet',
  'backups.empty.why':
    'A backup takes all data and files of one moment and checks every byte of what it wrote; “Back up now” works while others work.',
  'backups.col.taken': 'Taken',
  'backups.col.checked': 'Checked',
  'backups.col.rows': 'Rows',
  'backups.col.files': 'Files',
  'backups.col.size': 'Size',
  'backups.col.digest': 'Digest',
  'backups.col.root': 'Root of the log',
  'backups.col.folder': 'Folder',
  'backups.checked': 'every byte, when written',
  'backups.noLog': 'not signed yet',
  'backups.entries': '{size} entries',
  'backups.restore': 'Restore',
  'backups.restore.folder': 'FOLDER-OF-A-BACKUP',
  'backups.restore.why':
    'A restore fills an empty installation, from the command line of the server: checked before, compared after. It also moves from the embedded store to PostgreSQL.',
} as const satisfies Record<string, string>
