/** What a verb prints: progress, tables, JSON, and a failure in one sentence. */
package vaiwg.cli.terminal;
