// What the help names, apart from the code behind it, which need not be loaded for that.

/** Every `--format` of `obelus check`. */
export const REPORT_FORMATS = ['pretty', 'json', 'sarif', 'markdown', 'github'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

/** What a configuration file is called, in the folder of an article or in one above it. */
export const CONFIG_NAME = 'obelus.config.json';
