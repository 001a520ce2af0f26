# What the command line says beside its definitions, whose English stands in `src/cli/arguments.rs`.

## Help

help-usage = Usage
help-commands = Commands
help-arguments = Arguments
help-options = Options
help-global-options = Options of all commands
# In capital letters: stands for any option.
help-any-options = OPTIONS
# In capital letters: stands for any command.
help-any-command = COMMAND
# $value is what holds where the option is not given; stands in brackets.
help-default = default: { $value }
# $value are values with commas between them; stands in brackets.
help-values = possible values: { $value }
# Stands above a list, before a colon.
help-value-list = Possible values
help-help = Print help; -h prints less
help-version = Print the version
help-help-command = Print this, or the help of a command

## Headings of manual pages

manual-synopsis = SYNOPSIS
manual-commands = COMMANDS
manual-arguments = ARGUMENTS
manual-options = OPTIONS
manual-global-options = OPTIONS OF ALL COMMANDS
manual-exit-status = EXIT STATUS
manual-files = FILES
manual-environment = ENVIRONMENT
manual-examples = EXAMPLES

## Exit status

exit-done = All is well; warnings are allowed, unless --deny-warnings is given.
exit-faulty = The documentation has errors, or --diff would change something.
exit-failed = The command line or the configuration is wrong, or a file cannot be read or written.

## Files

file-configuration = The configuration. It is optional, as is every key in it.
file-source = The articles, in a folder for each language.
file-output = What is published.
file-baseline = The findings that --write-baseline has listed, to be left out of later reports.
file-templates = Templates of the site, each of which takes the place of a built-in one.
file-words = Words of the site, each of which takes the place of a built-in one.

## Environment

variable-language = The language of help and explanations: the first of these that is set.
variable-no-color = If it is set, no colours are used, unless --color asks for them.
variable-columns = The width of the terminal.
variable-day = The day that counts as today where the configuration allows something until a day, in seconds since 1970.

## Examples

example-check = Check the site in the current folder:
example-check-only = Run two rules only:
example-check-fix = Mend what can be mended, even where it is only probably right:
example-check-changed = Annotate a pull request with what it has brought:
example-build = Check the site, then publish it:
example-build-man = Publish the German manual pages only:
example-status = Show how the translations stand, and the three oldest debts:
example-status-json = Give the same to another program:
example-explain = Explain a rule in Swedish:
example-completions = Let bash complete the command line:
example-manual = Read the manual page of a command without installing it:
example-manual-output = Install the manual pages for yourself:
