/** Events as lines of JSON: read by the schema, each mistake with its place. */
package vaiwg.cli.feed.json;
