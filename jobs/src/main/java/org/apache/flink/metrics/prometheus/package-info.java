/**
 * Flink's own metrics for Prometheus, on an address that only this machine reaches. The package is Flink's because what is changed is
 * visible there alone.
 */
package org.apache.flink.metrics.prometheus;
