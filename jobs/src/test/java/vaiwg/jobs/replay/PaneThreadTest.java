package vaiwg.jobs.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PaneThreadTest {
    /** More than may wait. */
    private static final int MANY = 50_000;

    private static final int PUBLISHED_EACH = 700;

    @Test
    void all_is_done_in_the_order_in_which_it_is_told() {
        List<Long> told = new ArrayList<>();
        List<Long> done = new ArrayList<>();
        try (PaneThread thread = PaneThread.start(watermark -> done.add(-watermark))) {
            for (int i = 1; i <= MANY; i++) {
                long number = i;
                thread.add(() -> done.add(number));
                told.add(number);
                if (i % PUBLISHED_EACH == 0) {
                    thread.publishThrough(i);
                    told.add((long) -i);
                }
            }
            thread.finish();
            assertThat(done).isEqualTo(told);
        }
    }

    @Test
    void what_is_thrown_in_it_is_thrown_to_who_tells() {
        IllegalStateException full = new IllegalStateException("full");
        try (PaneThread thread = PaneThread.start(watermark -> {
            throw new AssertionError("nothing is published");
        })) {
            assertThatThrownBy(() -> {
                        for (int i = 0; i < MANY; i++) {
                            thread.add(() -> {
                                throw full;
                            });
                        }
                        thread.finish();
                    })
                    .isSameAs(full);
        }
    }
}
