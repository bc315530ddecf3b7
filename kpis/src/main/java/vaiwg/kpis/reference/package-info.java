/** Reference data with its source: code maps, themes, causes, populations. */
package vaiwg.kpis.reference;
