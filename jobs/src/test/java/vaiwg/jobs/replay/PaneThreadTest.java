package vaiwg.jobs.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vaiwg.engine.contributions.Delta;
import vaiwg.schemas.EventStream;

class PaneThreadTest {
    /** More than may wait. */
    private static final int MANY = 50_000;

    private static final int PUBLISHED_EACH = 700;

    @Test
    void all_is_done_in_the_order_in_which_it_is_told() {
        List<Long> told = new ArrayList<>();
        List<Long> done = new ArrayList<>();
        try (PaneThread thread = PaneThread.start(new PaneThread.Panes() {
            @Override
            public void add(Delta delta) {
                done.add((long) delta.arrivals);
            }

            @Override
            public void publishThrough(long watermark) {
                done.add(-watermark);
            }
        })) {
            for (int i = 1; i <= MANY; i++) {
                thread.add(delta(i));
                told.add((long) i);
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
    void what_panes_throw_is_thrown_to_who_tells_them() {
        IllegalStateException full = new IllegalStateException("full");
        try (PaneThread thread = PaneThread.start(new PaneThread.Panes() {
            @Override
            public void add(Delta delta) {
                throw full;
            }

            @Override
            public void publishThrough(long watermark) {
                // Never asked.
            }
        })) {
            assertThatThrownBy(() -> {
                        for (int i = 0; i < MANY; i++) {
                            thread.add(delta(1));
                        }
                        thread.finish();
                    })
                    .isSameAs(full);
        }
    }

    private static Delta delta(int number) {
        return Delta.ofArrivals("west-midlands", EventStream.OUTCOME, 0, number);
    }
}
