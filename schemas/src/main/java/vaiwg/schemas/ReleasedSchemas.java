package vaiwg.schemas;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apiguardian.api.API;

/**
 * Every released version of every schema, kept for ever: the log holds records of all of them. Version n of a stream is the resource
 * {@code released/<stream>/<n>.avsc}; it never changes, but for its words.
 */
@API(status = API.Status.MAINTAINED)
public final class ReleasedSchemas {
    /** Of progress records, which belong to no stream and may come on the topic of each. */
    public static final String PROGRESS = "progress";

    private ReleasedSchemas() {}

    /** What has released versions: the slug of each stream, and {@link #PROGRESS}. */
    public static List<String> names() {
        return Stream.concat(Arrays.stream(EventStream.values()).map(EventStream::slug), Stream.of(PROGRESS))
                .toList();
    }

    /** The schema of this build, to which what was written with a released one is resolved. */
    public static Schema newest(String name) {
        List<Schema> versions = of(name);
        return versions.get(versions.size() - 1);
    }

    /**
     * The released versions, the first at place 0, the newest last.
     *
     * @throws IllegalStateException where there is none: a build that was packed without them would read the newest alone
     */
    public static List<Schema> of(String name) {
        List<Schema> versions = new ArrayList<>();
        for (Schema next = read(name, 1); next != null; next = read(name, versions.size() + 1)) {
            versions.add(next);
        }
        if (versions.isEmpty()) {
            throw new IllegalStateException(
                    "The build has no released schema of " + name + ": copy schemas/src/main/avro/" + name
                            + ".avsc to schemas/src/main/resources/released/" + name + "/1.avsc.");
        }
        return List.copyOf(versions);
    }

    /** The schema of a version, null where it was never released. */
    private static Schema read(String name, int version) {
        try (InputStream in =
                ReleasedSchemas.class.getResourceAsStream("/released/" + name + "/" + version + ".avsc")) {
            // Each file is complete in itself: types of the same name are told in several.
            return in == null ? null : new Schema.Parser().parse(in);
        } catch (IOException e) {
            throw new UncheckedIOException("a released schema cannot be read", e);
        }
    }
}
