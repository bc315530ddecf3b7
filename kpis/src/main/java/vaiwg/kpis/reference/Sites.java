package vaiwg.kpis.reference;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apiguardian.api.API;

/**
 * The forces of which the job has a folder, and what the folders say: a folder is named as its force is on the records, and each of its files
 * ({@link SiteFile}, and any {@code *.yaml} with measures) may be missing. What holds of every force stands in the class path folder
 * {@code reference/}; a site adds to it.
 */
@API(status = API.Status.MAINTAINED)
public final class Sites implements Serializable {
    private static final long serialVersionUID = 1L;

    /** The column into which the force's name is put. */
    public static final String FORCE = "force";

    private static final String SHIPPED_FORCE = "west-midlands";
    private static final Sites SHIPPED = readShipped();

    /** By force, and by name of the file. */
    private final TreeMap<String, EnumMap<SiteFile, String>> texts;
    /** By name of the file, with its folder's. */
    private final TreeMap<String, String> measures;

    private Sites(TreeMap<String, EnumMap<SiteFile, String>> texts, TreeMap<String, String> measures) {
        this.texts = texts;
        this.measures = measures;
    }

    /** The folder that is shipped: that of West Midlands Police. */
    public static Sites shipped() {
        return SHIPPED;
    }

    /**
     * Reads folders.
     *
     * @throws IllegalArgumentException in one sentence, where one is no folder, has a file that is none of a site's or cannot be read, two are of one
     *     force, or two say otherwise of what holds of all forces
     */
    public static Sites read(List<Path> folders) {
        TreeMap<String, EnumMap<SiteFile, String>> texts = new TreeMap<>();
        TreeMap<String, String> measures = new TreeMap<>();
        for (Path folder : folders) {
            String force = folder.toAbsolutePath().normalize().getFileName().toString();
            if (texts.put(force, read(folder)) != null) {
                throw new IllegalArgumentException("Two folders are of the force " + force + ": name one of them.");
            }
            measures.putAll(measures(force, folder));
        }
        Sites sites = new Sites(texts, measures);
        try {
            for (SiteFile file : SiteFile.values()) {
                sites.file(file);
            }
        } catch (IllegalStateException e) {
            throw new IllegalArgumentException(e.getMessage() + "; correct it in that file.", e);
        }
        return sites;
    }

    /** These, with one file of a force said otherwise. */
    public Sites with(String force, SiteFile file, String text) {
        TreeMap<String, EnumMap<SiteFile, String>> others = new TreeMap<>(texts);
        EnumMap<SiteFile, String> files = new EnumMap<>(SiteFile.class);
        files.putAll(texts.getOrDefault(force, files));
        files.put(file, text);
        others.put(force, files);
        return new Sites(others, measures);
    }

    /** What a force's file says; empty where its folder has none. */
    public Optional<String> text(String force, SiteFile file) {
        return Optional.ofNullable(texts.get(force)).map(files -> files.get(file));
    }

    /** The forces of which there is a folder, in their order. */
    public SortedSet<String> forces() {
        return Collections.unmodifiableSortedSet(new TreeSet<>(texts.keySet()));
    }

    /** The files in which sites declare measures of their own, by name; they hold of every force that the job counts. */
    public SortedMap<String, String> measures() {
        return Collections.unmodifiableSortedMap(measures);
    }

    /**
     * What is said by all: first what holds of every force, then the sites in their order. Rows of a force's own have its name in the column
     * {@link #FORCE}, which is empty in those of every force.
     *
     * @throws IllegalStateException in one sentence, where a row cannot be read, or two sites say otherwise of what holds of all forces
     */
    public ReferenceFile file(SiteFile file) {
        Map<String, ReferenceFile> parts = new LinkedHashMap<>();
        ReferenceFile.find(file.fileName()).ifPresent(part -> parts.put("", part));
        texts.forEach((force, files) -> {
            if (files.containsKey(file)) {
                parts.put(
                        force,
                        ReferenceFile.of("sites/" + force + "/" + file.fileName(), file.columns(), files.get(file)));
            }
        });
        if (file.isKeyed()) {
            return ReferenceFile.joined(parts.entrySet().stream()
                    .map(part -> part.getValue().withColumn(FORCE, part.getKey()))
                    .toList());
        }
        return agreed(file, parts);
    }

    /** What a site says takes the place of what holds else. */
    private static ReferenceFile agreed(SiteFile file, Map<String, ReferenceFile> parts) {
        String first = file.columns().get(0);
        boolean dated = file == SiteFile.DEPRIVATION;
        Map<String, Map<String, String>> said = new HashMap<>();
        List<ReferenceFile> kept = new ArrayList<>();
        for (String force :
                parts.keySet().stream().filter(force -> !force.isEmpty()).toList()) {
            kept.add(parts.get(force).filtered(row -> {
                Map<String, String> before = dated ? null : said.putIfAbsent(row.get(first), row);
                if (before != null && !before.equals(row)) {
                    throw new IllegalStateException("sites/" + force + "/" + file.fileName() + " says of "
                            + row.get(first) + " what another site says otherwise, and it holds of all forces");
                }
                return before == null;
            }));
        }
        ReferenceFile ofAll = parts.get("");
        return ReferenceFile.joined(Stream.concat(
                        Stream.ofNullable(ofAll).map(all -> all.filtered(row -> !said.containsKey(row.get(first)))),
                        kept.stream())
                .toList());
    }

    private static Map<String, String> measures(String force, Path folder) {
        Map<String, String> files = new HashMap<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, "*.yaml")) {
            for (Path path : found) {
                files.put("sites/" + force + "/" + path.getFileName(), Files.readString(path));
            }
        } catch (IOException e) {
            throw new IllegalArgumentException("The measures of the site " + folder + " cannot be read.", e);
        }
        return files;
    }

    private static EnumMap<SiteFile, String> read(Path folder) {
        EnumMap<SiteFile, String> files = new EnumMap<>(SiteFile.class);
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, "*.csv")) {
            for (Path path : found) {
                String name = path.getFileName().toString();
                SiteFile file = SiteFile.named(name)
                        .orElseThrow(() -> new IllegalArgumentException("The site " + folder + " has a file " + name
                                + ", which is none of: "
                                + Stream.of(SiteFile.values())
                                        .map(SiteFile::fileName)
                                        .collect(Collectors.joining(", "))
                                + "."));
                files.put(file, Files.readString(path));
            }
        } catch (IOException e) {
            throw new IllegalArgumentException("The site's folder " + folder + " cannot be read.", e);
        }
        return files;
    }

    private static Sites readShipped() {
        EnumMap<SiteFile, String> files = new EnumMap<>(SiteFile.class);
        for (SiteFile file : SiteFile.values()) {
            ReferenceFile.text("/sites/" + SHIPPED_FORCE + "/" + file.fileName())
                    .ifPresent(text -> files.put(file, text));
        }
        TreeMap<String, EnumMap<SiteFile, String>> texts = new TreeMap<>();
        texts.put(SHIPPED_FORCE, files);
        return new Sites(texts, new TreeMap<>());
    }
}
