/**
 * What a verb prints: progress, tables, JSON, and a failure in one sentence. Whatever cannot go on throws a {@link
 * vaiwg.cli.terminal.CommandFailure}, here and in all packages of the command; its sentence says why, and repeats no reference and no key.
 */
package vaiwg.cli.terminal;
