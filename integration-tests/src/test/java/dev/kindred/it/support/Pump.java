package dev.kindred.it.support;

import dev.kindred.it.support.Cut.Place;
import dev.kindred.it.support.Parcel.Ending;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;

/**
 * Forwards one direction of one connection. One thread reads and timestamps, another delivers at the due time, so that
 * latency does not reduce throughput. Safe for use by many threads.
 */
final class Pump implements MessageBorders.Listener {

    private static final int BUFFER = 1 << 16;
    private static final int PARCELS_UNDER_WAY = 256;

    private final Direction direction;
    private final Socket from;
    private final Socket to;
    private final Weather weather;
    private final LongAdder delivered;
    private final MessageBorders borders;
    private final ProxiedConnection connection;
    private final BlockingQueue<Parcel> underWay = new ArrayBlockingQueue<>(PARCELS_UNDER_WAY);
    private final List<Thread> threads = List.of(daemon(this::read), daemon(this::deliver));

    Pump(ProxiedConnection connection, Direction direction, Weather weather, LongAdder delivered, Dialogue dialogue) {
        this.connection = connection;
        this.direction = direction;
        this.from = connection.source(direction);
        this.to = connection.target(direction);
        this.weather = weather;
        this.delivered = delivered;
        this.borders = new MessageBorders(dialogue, direction);
    }

    void start() {
        threads.forEach(Thread::start);
    }

    void stop() {
        threads.forEach(Thread::interrupt);
    }

    @Override
    public boolean isStopBefore(char type) {
        return direction == Direction.TO_CLIENT && weather.takeCutBefore(type);
    }

    @Override
    public boolean isStopInstead(char type, CharSequence startOfBody) {
        return direction == Direction.TO_SERVER && weather.takeCutAround(Place.BEFORE, type, startOfBody);
    }

    @Override
    public boolean isStopAfter(char type, CharSequence startOfBody) {
        return direction == Direction.TO_SERVER && weather.takeCutAround(Place.AFTER, type, startOfBody);
    }

    private void read() {
        try {
            underWay.put(readUntilEnd());
        } catch (InterruptedException e) {
            connection.reset();
        }
    }

    private Parcel readUntilEnd() throws InterruptedException {
        byte[] buffer = new byte[BUFFER];
        try {
            InputStream in = from.getInputStream();
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                byte[] bytes = Arrays.copyOf(buffer, count);
                OptionalInt stop = borders.follow(bytes, this);
                if (stop.isPresent()) {
                    return Parcel.cut(due(), bytes, stop.getAsInt());
                }
                underWay.put(Parcel.of(due(), bytes, count));
            }
            return Parcel.end(due(), Ending.CLOSED);
        } catch (IOException e) {
            return Parcel.end(due(), Ending.BROKEN);
        }
    }

    private long due() {
        return System.nanoTime() + weather.latency().toNanos();
    }

    private void deliver() {
        try {
            Parcel parcel = next();
            while (parcel.ending() == Ending.NONE) {
                write(parcel);
                parcel = next();
            }
            connection.ending(direction, parcel.ending());
            write(parcel);
            connection.ended(direction, parcel.ending());
        } catch (IOException | InterruptedException e) {
            connection.reset();
        }
    }

    private void write(Parcel parcel) throws IOException {
        try {
            parcel.writeTo(to.getOutputStream(), weather.slice());
            delivered.add(parcel.length());
        } catch (IOException e) {
            // After a cut the server may finish its work, so its responses are read and discarded.
            if (!connection.isCut()) {
                throw e;
            }
        }
    }

    private Parcel next() throws InterruptedException {
        Parcel parcel = underWay.take();
        for (long left = parcel.due() - System.nanoTime(); left > 0; left = parcel.due() - System.nanoTime()) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            LockSupport.parkNanos(left);
        }
        weather.awaitOpen(direction);
        return parcel;
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "fault-proxy");
        thread.setDaemon(true);
        return thread;
    }
}
