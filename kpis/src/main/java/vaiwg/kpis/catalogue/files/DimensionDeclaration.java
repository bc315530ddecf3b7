package vaiwg.kpis.catalogue.files;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import vaiwg.kpis.catalogue.Dimension;

/** One dimension as a file declares it, and its values by slug, in order. */
record DimensionDeclaration(Map<String, DeclaredValue> values) {
    private static final Set<String> KEYS = Set.of("title", "parts_of_one_whole", "for_all", "values");
    private static final String TITLE = "title";

    static DimensionDeclaration of(String name, Block block) {
        block.allowOnly(KEYS);
        Dimension dimension = new Dimension(
                name,
                block.text(TITLE),
                block.flag("parts_of_one_whole"),
                block.optional("for_all").orElse(""));
        Block values = block.below("values").orElseThrow(() -> block.error("\"values\" is missing"));
        Map<String, DeclaredValue> declared = new LinkedHashMap<>();
        for (String slug : values.keys()) {
            Block value = values.below(slug).orElseThrow();
            Map<String, String> says = new LinkedHashMap<>();
            value.keys().stream().filter(key -> !key.equals(TITLE)).forEach(key -> says.put(key, value.text(key)));
            declared.put(slug, new DeclaredValue(dimension.with(slug, value.text(TITLE)), Map.copyOf(says)));
        }
        if (block.has("for_all") && dimension.forAll().isEmpty()) {
            throw block.error("for_all", "it is no value of the dimension");
        }
        return new DimensionDeclaration(declared);
    }
}
