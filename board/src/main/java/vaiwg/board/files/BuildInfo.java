package vaiwg.board.files;

import java.util.NavigableMap;

/**
 * What made the report, for its manifest. A report that is made again gets what made it first, so that its bytes are the same.
 *
 * @param product the product's version
 * @param codeMaps SHA-256 of each code map that the figures were counted with, by file name; empty where they are not known, and then the
 *     hash of the definitions alone stands for them
 */
public record BuildInfo(String product, NavigableMap<String, String> codeMaps) {}
