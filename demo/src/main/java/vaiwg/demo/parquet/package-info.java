/** Tables as files in the format of Apache Parquet, as little of it as they need. */
package vaiwg.demo.parquet;
