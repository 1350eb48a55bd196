import { entry } from './problem-entry.ts'

/** Problems of files that people bring. */
export const FILE_PROBLEMS = {
  'workbook-damaged': entry(422, 3, {
    what: { zh: '工作簿已损坏', en: 'The workbook is damaged' },
    why: { zh: '无法按表格文件读取：{reason}', en: 'It cannot be read as a workbook: {reason}' },
    next: {
      zh: '用表格软件打开并另存后再导入',
      en: 'Open it in a spreadsheet program, save it anew and import that',
    },
  }),
  'workbook-encrypted': entry(422, 3, {
    what: { zh: '工作簿已加密', en: 'The workbook is encrypted' },
    why: { zh: '打开它需要密码', en: 'It needs a password to open' },
    next: { zh: '去除密码后再导入', en: 'Remove the password and import it again' },
  }),
  'workbook-empty': entry(422, 3, {
    what: { zh: '表格没有内容', en: 'The table is empty' },
    why: { zh: '没有找到任何数据行', en: 'No row of data was found' },
    next: { zh: '确认选对文件和工作表', en: 'Check that it is the right file and sheet' },
  }),
  'workbook-old': entry(422, 3, {
    what: { zh: '旧版表格格式', en: 'An old workbook format' },
    why: { zh: '.xls 格式不受支持', en: '.xls files are not supported' },
    next: { zh: '另存为 .xlsx 或 .csv 后再导入', en: 'Save it as .xlsx or .csv and import that' },
  }),
  'file-misnamed': entry(422, 3, {
    what: { zh: '文件名与内容不符', en: 'Name and content disagree' },
    why: { zh: '名为 {name}，内容却是 {found}', en: 'It is named {name} but holds {found}' },
    next: {
      zh: '改正扩展名，或选择正确的文件',
      en: 'Correct the extension or choose the right file',
    },
  }),
  'file-unsupported': entry(415, 3, {
    what: { zh: '不支持这种文件', en: 'This kind of file is not supported' },
    why: { zh: '{found} 不在可导入的范围内', en: '{found} cannot be imported' },
    next: { zh: '改用 .xlsx 或 .csv', en: 'Use .xlsx or .csv' },
  }),
  'archive-bomb': entry(422, 3, {
    what: { zh: '压缩内容异常', en: 'Suspicious compression' },
    why: {
      zh: '解压后的{measure}超过限值 {limit}',
      en: 'Unpacked, its {measure} exceeds the limit of {limit}',
    },
    next: {
      zh: '确认文件来源，另存后再导入',
      en: 'Check where the file comes from, save it anew and import that',
    },
  }),
  'archive-unsafe': entry(422, 3, {
    what: { zh: '压缩包结构不可信', en: 'The structure of the archive is not to be trusted' },
    why: { zh: '{part}：{reason}', en: '{part}: {reason}' },
    next: {
      zh: '确认文件来源，用表格软件另存后再导入',
      en: 'Check where the file comes from, save it anew in a spreadsheet program and import that',
    },
  }),
  'doctype-refused': entry(422, 3, {
    what: { zh: '文件含有不被接受的声明', en: 'The file holds a declaration that is refused' },
    why: { zh: '内部的 {part} 带有 DOCTYPE 声明', en: 'Its part {part} has a DOCTYPE' },
    next: {
      zh: '用表格软件另存后再导入',
      en: 'Save it anew in a spreadsheet program and import that',
    },
  }),
  'encoding-unknown': entry(422, 3, {
    what: { zh: '无法识别文字编码', en: 'The text encoding is unknown' },
    why: { zh: '内容不是 UTF-8，也不是 GB18030', en: 'It is neither UTF-8 nor GB18030' },
    next: { zh: '另存为 UTF-8 编码后再导入', en: 'Save it as UTF-8 and import it again' },
  }),
  'column-missing': entry(422, 3, {
    what: { zh: '缺少列', en: 'A column is missing' },
    why: {
      zh: '映射需要“{column}”列，表头中没有',
      en: 'The mapping needs the column "{column}", which the header lacks',
    },
    next: { zh: '核对表头，或改用另一映射', en: 'Check the header or use another mapping' },
  }),
  'row-too-long': entry(422, 3, {
    what: { zh: '某一行过长', en: 'A row is too long' },
    why: { zh: '第 {row} 行超过限值 {limit}', en: 'Row {row} exceeds the limit of {limit}' },
    next: { zh: '缩短该行或拆分后再导入', en: 'Shorten or split it and import again' },
  }),
  'text-suspicious': entry(422, 3, {
    what: {
      zh: '文字中含有不可见或控制字符',
      en: 'The text holds invisible or control characters',
    },
    why: { zh: '{field} 中有{found}', en: '{field} holds {found}' },
    next: { zh: '删除这些字符后重新提交', en: 'Remove those characters and send it again' },
  }),
  'mapping-invalid': entry(422, 3, {
    what: { zh: '映射有误', en: 'The mapping is not valid' },
    why: { zh: '{path}：{reason}', en: '{path}: {reason}' },
    next: { zh: '按提示修改映射', en: 'Correct the mapping as stated' },
  }),
  'mapping-not-found': entry(404, 3, {
    what: { zh: '未找到映射', en: 'No such mapping' },
    why: { zh: '没有名为 {mapping} 的映射', en: 'There is no mapping named {mapping}' },
    next: { zh: '从列表中选择，或新建一个', en: 'Choose one from the list or make a new one' },
  }),
  'mapping-needed': entry(422, 3, {
    what: { zh: '没有合用的映射', en: 'No mapping fits' },
    why: {
      zh: '已有的映射中没有为这种表格做的',
      en: 'None of the kept mappings was made for such a table',
    },
    next: {
      zh: '用 --mapping 指定映射文件，或在导入页面按样例做一个',
      en: 'Name a mapping file by --mapping, or make one by example on the import screen',
    },
  }),
  'text-unread': entry(409, 3, {
    what: { zh: '文字尚未读入', en: 'Its text has not been read yet' },
    why: {
      zh: '这份来源没有保存下来的文字，读不出断言',
      en: 'No text of this source is kept, so nothing can be read out of it',
    },
    next: { zh: '先把它按文档读入文字', en: 'Read its text first' },
  }),
  'reading-timeout': entry(422, 3, {
    what: { zh: '读取超时', en: 'Reading took too long' },
    why: { zh: '{limit} 秒内未能读完', en: 'It was not read within {limit} seconds' },
    next: { zh: '拆分文件后再导入', en: 'Split the file and import the parts' },
  }),
  'reading-memory': entry(422, 3, {
    what: { zh: '读取占用内存过多', en: 'Reading took too much memory' },
    why: { zh: '超过限值 {limit} MB', en: 'It exceeded the limit of {limit} MB' },
    next: {
      zh: '拆分文件，或改存为 .csv 后再导入',
      en: 'Split the file, or save it as .csv and import that',
    },
  }),
} as const
