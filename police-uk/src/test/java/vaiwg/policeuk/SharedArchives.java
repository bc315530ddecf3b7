package vaiwg.policeuk;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The real archives, which lie beside the repository and are not part of it: in {@code ../shared/data/police-uk}, or in
 * {@code data/police-uk} under the folder that the environment variable {@code VAIWG_SHARED} names.
 */
public final class SharedArchives {
    public static final String BEDFORDSHIRE = "bedfordshire_2021-05_2022-12.zip";
    public static final String BEDFORDSHIRE_EARLIER = "bedfordshire-earlier-release_2022-01_2022-06.zip";
    public static final String CITY_OF_LONDON = "city-of-london_2016-01_2017-06.zip";
    public static final String ODDITIES = "oddities_2022.zip";

    private SharedArchives() {}

    /** The archive; where it is absent the calling test is skipped. */
    public static Path get(String name) {
        String named = System.getenv("VAIWG_SHARED");
        Path shared = named == null ? repository().resolveSibling("shared") : Path.of(named);
        Path archive = shared.resolve("data/police-uk").resolve(name);
        assumeTrue(
                Files.exists(archive),
                () -> "skipped: put " + name + " into " + archive.getParent() + ", or set VAIWG_SHARED");
        return archive;
    }

    /** The folder that holds the build's settings, above the module in which tests run. */
    private static Path repository() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve(".mvn"))) {
            folder = folder.getParent();
        }
        return folder;
    }
}
