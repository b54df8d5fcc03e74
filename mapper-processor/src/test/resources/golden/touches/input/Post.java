package app;

import dev.kindred.annotation.*;
import java.time.Instant;

@Table("posts")
public record Post(@Id @GeneratedValue Long id, String title, @UpdatedAt Instant updatedAt) {}
