package vaiwg.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.apache.avro.SchemaNormalization;
import org.apache.flink.runtime.util.EnvironmentInformation;
import picocli.CommandLine.IVersionProvider;
import vaiwg.kpis.catalogue.shipped.ShippedCatalogue;
import vaiwg.schemas.EventStream;

/** What this build is: its version and commit, the engine's version, and the fingerprints of definitions and schemas. */
final class BuildVersion implements IVersionProvider {
    private static final String FILE = "build.properties";

    @Override
    public String[] getVersion() throws IOException {
        Properties build = new Properties();
        try (InputStream in = BuildVersion.class.getResourceAsStream(FILE)) {
            build.load(in);
        }
        List<String> lines = new ArrayList<>();
        lines.add("vaiwg " + build.getProperty("version") + ", commit " + build.getProperty("commit"));
        lines.add("Flink " + EnvironmentInformation.getVersion() + ", Java " + Runtime.version());
        lines.add("definitions " + ShippedCatalogue.get().fingerprint());
        for (EventStream stream : EventStream.values()) {
            lines.add("schema " + stream.slug() + " "
                    + String.format("%016x", SchemaNormalization.parsingFingerprint64(stream.schema())));
        }
        return lines.toArray(String[]::new);
    }
}
