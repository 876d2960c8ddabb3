import { type Command, type CommanderError, Help } from 'commander';
import type { Language } from './words.ts';

const titles: Readonly<Record<string, string>> = {
  'Usage:': '用法：',
  'Arguments:': '引數：',
  'Options:': '選項：',
  'Commands:': '指令：',
};

/** Lets commander's own words in help texts be Chinese too. Commands added later inherit it. */
export function speakChinese(program: Command): void {
  const plain = new Help();
  program
    .helpOption('-h, --help', '顯示說明')
    .helpCommand('help [command]', '顯示指令說明')
    .configureHelp({
      styleTitle: (title) => titles[title] ?? title,
      styleUsage: (usage) => usage.replaceAll('[options]', '[選項]').replaceAll('[command]', '[指令]'),
      subcommandTerm: (command) => plain.subcommandTerm(command).replace('[options]', '[選項]'),
      optionDescription: (option) =>
        plain.optionDescription(option).replace('(choices: ', '(可選：').replace('default: ', '預設：'),
    });
}

const errors: Readonly<Record<string, (quoted: readonly string[], rest: string) => string>> = {
  'commander.missingArgument': ([name]) => `缺少引數 ${name}`,
  'commander.optionMissingArgument': ([option]) => `選項 ${option} 缺少值`,
  'commander.missingMandatoryOptionValue': ([option]) => `缺少必要選項 ${option}`,
  'commander.unknownOption': ([option], rest) => `沒有選項 ${option}${didYouMean(rest)}`,
  'commander.unknownCommand': ([name], rest) => `沒有指令 ${name}${didYouMean(rest)}`,
  'commander.conflictingOption': ([one, other]) => `選項 ${one} 與 ${other} 不能並用`,
  'commander.excessArguments': ([command]) => `指令 ${command ?? 'aipower-registry'} 的引數過多`,
  'commander.invalidArgument': ([option, value], rest) =>
    `選項 ${option} 的值「${value}」不可用：${rest.replace(/^.*is invalid\. ?/s, '').replace('Allowed choices are', '可選')}`,
};

function didYouMean(text: string): string {
  const near = /Did you mean (?:one of )?(.+?)\?/.exec(text)?.[1];
  return near === undefined ? '' : `（是否為 ${near}？）`;
}

/**
 * What commander did not understand, in the reader's language. Its errors carry their words in the message only.
 * @returns `null` where it has already printed the help instead, as for `tax` without a command behind it.
 */
export function sayCommanderError(error: CommanderError, language: Language): string | null {
  if (error.code === 'commander.help') return null;
  const message = error.message.replace(/^error: /, '');
  const quoted = [...message.matchAll(/'([^']*)'/g)].map(([, text]) => text!);
  return language === 'en' ? message : (errors[error.code]?.(quoted, message) ?? message);
}
