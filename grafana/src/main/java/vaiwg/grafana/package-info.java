/** The dashboards, generated from the catalogue: panels, their queries and their words. */
package vaiwg.grafana;
