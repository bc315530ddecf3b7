/**
 * The importer of public archives: monthly releases become events, corrections included, with a report of what was taken and what was not.
 */
package vaiwg.policeuk;
