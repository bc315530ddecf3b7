package vaiwg.kpis.catalogue.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apiguardian.api.API;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import vaiwg.kpis.catalogue.Measure;
import vaiwg.kpis.catalogue.Priority;

/** The measures of one priority area, each declared in some ten lines of YAML. */
@API(status = API.Status.MAINTAINED)
public final class MeasureFile {
    private static final LoadSettings SETTINGS =
            LoadSettings.builder().setUseMarks(true).setParseComments(false).build();

    private MeasureFile() {}

    /**
     * The shipped measures of an area.
     *
     * @throws DeclarationException where its file says what cannot be counted
     */
    public static List<Measure> shipped(Priority area) {
        String name = area.slug().replace('_', '-') + ".yaml";
        try (InputStream in = MeasureFile.class.getResourceAsStream("/measures/" + name)) {
            return read(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The measures of a file, in its order.
     *
     * @param name of the file, for what is rejected
     * @throws DeclarationException where it says what cannot be counted, or nothing that is understood
     */
    public static List<Measure> read(String name, String text) {
        Block file = new Block(name, parse(name, text));
        file.allowOnly(Set.of("area", "measures"));
        Priority area = file.constant("area", file.text("area"), Priority.class);
        Block declared = file.below("measures").orElseThrow(() -> file.error("\"measures\" is missing"));
        Map<String, Measure> measures = new LinkedHashMap<>();
        for (String slug : declared.keys()) {
            Block block = declared.below(slug).orElseThrow();
            measures.put(slug, new MeasureDeclaration(slug, block, measures).in(area));
        }
        return new ArrayList<>(measures.values());
    }

    private static Node parse(String name, String text) {
        try {
            Optional<Node> root = new Compose(SETTINGS).composeString(text);
            return root.orElseThrow(() -> new DeclarationException(name + " is empty", null));
        } catch (YamlEngineException e) {
            throw new DeclarationException(name + " is no YAML: " + e.getMessage(), e);
        }
    }
}
