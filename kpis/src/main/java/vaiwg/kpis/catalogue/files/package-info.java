/** Reads measures from YAML: the shipped ones and those of a site. */
package vaiwg.kpis.catalogue.files;
