/** A backup of what cannot be computed again: the log, the tables, folders of forces and files of accounts; and its way back. */
package vaiwg.cli.backup;
