/**
 * The source: from the bytes of a record, written with any released schema, to the numbers that measures read, or to a reason why it is
 * rejected.
 */
package vaiwg.jobs.decode;
