/** What the lines of a source would become, counted before it is connected: codes, dates, gaps, missing fields. */
package vaiwg.cli.profile;
