package vaiwg.kpis.catalogue.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
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

    private static final String DIMENSIONS = "dimensions";
    private static final Map<String, DimensionDeclaration> SHIPPED =
            dimensions(new Block(DIMENSIONS + ".yaml", parse(DIMENSIONS + ".yaml", resource(DIMENSIONS + ".yaml"))));

    private MeasureFile() {}

    /**
     * The shipped measures of an area.
     *
     * @param area its slug
     * @throws DeclarationException where its file says what cannot be counted
     */
    public static List<Measure> shipped(String area) {
        String name = area.replace('_', '-') + ".yaml";
        return read(name, resource(name));
    }

    private static String resource(String name) {
        try (InputStream in = MeasureFile.class.getResourceAsStream("/measures/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The measures of a file of one of the areas that are shipped, likewise. */
    public static List<Measure> read(String name, String text) {
        return read(name, text, Priority.shipped());
    }

    /**
     * The measures of a file, in its order, by the dimensions that are shipped and those that it declares itself.
     *
     * @param name of the file, for what is rejected
     * @param areas of one of which it is
     * @throws DeclarationException where it says what cannot be counted, or nothing that is understood
     */
    public static List<Measure> read(String name, String text, List<Priority> areas) {
        Block file = new Block(name, parse(name, text));
        file.allowOnly(Set.of("area", DIMENSIONS, "measures"));
        Map<String, Priority> bySlug = new LinkedHashMap<>();
        areas.forEach(one -> bySlug.put(one.slug(), one));
        Priority area = file.named("area", bySlug);
        Block declared = file.below("measures").orElseThrow(() -> file.error("\"measures\" is missing"));
        Map<String, DimensionDeclaration> dimensions = new HashMap<>(SHIPPED);
        dimensions.putAll(dimensions(file));
        Map<String, Measure> measures = new LinkedHashMap<>();
        for (String slug : declared.keys()) {
            Block block = declared.below(slug).orElseThrow();
            measures.put(slug, new MeasureDeclaration(slug, block, measures, dimensions).in(area));
        }
        return new ArrayList<>(measures.values());
    }

    private static Map<String, DimensionDeclaration> dimensions(Block file) {
        Map<String, DimensionDeclaration> dimensions = new HashMap<>();
        file.below(DIMENSIONS).ifPresent(declared -> {
            for (String name : declared.keys()) {
                dimensions.put(
                        name, DimensionDeclaration.of(name, declared.below(name).orElseThrow()));
            }
        });
        return dimensions;
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
