/** By what things are known again: hashes of them. */
package vaiwg.kpis.digest;
