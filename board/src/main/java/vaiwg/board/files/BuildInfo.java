package vaiwg.board.files;

import java.util.NavigableMap;
import java.util.TreeMap;
import vaiwg.kpis.catalogue.Catalogue;
import vaiwg.kpis.catalogue.shipped.ShippedCatalogue;
import vaiwg.kpis.digest.Sha256;

/**
 * What made the report, for its manifest. A report that is made again gets what made it first, so that its bytes are the same.
 *
 * @param product the product's version
 * @param codeMaps SHA-256 of each code map that the figures were counted with, by file name; empty where they are not known, and then the
 *     hash of the definitions, which covers them, is all that says so
 */
public record BuildInfo(String product, NavigableMap<String, String> codeMaps) {
    /**
     * Of this build. Its code maps are those of the figures only where its definitions are.
     *
     * @param definitions under which the figures were published
     */
    public static BuildInfo of(String product, String definitions) {
        NavigableMap<String, String> codeMaps = new TreeMap<>();
        Catalogue ours = ShippedCatalogue.get();
        if (ours.fingerprint().equals(definitions)) {
            ours.maps().texts().forEach((name, text) -> codeMaps.put(name, Sha256.hex(text)));
        }
        return new BuildInfo(product, codeMaps);
    }
}
