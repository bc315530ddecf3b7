package vaiwg.jobs.prometheus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.xerial.snappy.Snappy;

class WriteRequestTest {
    private static final HexFormat HEX = HexFormat.of();

    @Test
    void a_sample_is_encoded_as_the_specification_has_it() throws Exception {
        Sample sample = new Sample(new TreeMap<>(Map.of("force", "a", "__name__", "m")), 1.5, 1_000);
        assertThat(decompressed(List.of(sample)))
                .isEqualTo(
                        "0a29" // timeseries, 41 bytes
                                + "0a0d" + "0a08" + "5f5f6e616d655f5f" + "1201" + "6d" // label __name__ = m
                                + "0a0a" + "0a05" + "666f726365" + "1201" + "61" // label force = a
                                + "120c" + "09" + "000000000000f83f" + "10e807"); // sample 1.5 at 1000
    }

    @Test
    void samples_of_one_series_stand_together_in_their_order() throws Exception {
        TreeMap<String, String> one = new TreeMap<>(Map.of("a", "1"));
        TreeMap<String, String> other = new TreeMap<>(Map.of("a", "2"));
        String sample0At = "120b" + "09" + "0000000000000000" + "10";
        assertThat(decompressed(List.of(new Sample(one, 0, 1), new Sample(other, 0, 2), new Sample(one, 0, 3))))
                .isEqualTo("0a22" + "0a06" + "0a0161" + "120131" + sample0At + "01" + sample0At + "03" + "0a15" + "0a06"
                        + "0a0161" + "120132" + sample0At + "02");
    }

    @Test
    void nothing_is_an_empty_request() throws Exception {
        assertThat(decompressed(List.of())).isEmpty();
    }

    private static String decompressed(List<Sample> samples) throws Exception {
        return HEX.formatHex(Snappy.uncompress(WriteRequest.encode(samples)));
    }
}
