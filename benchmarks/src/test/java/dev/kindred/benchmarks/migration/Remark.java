package dev.kindred.benchmarks.migration;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

@Entity
@Table(name = "remarks")
public class Remark {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "article_id")
    private Article article;

    private String text;

    protected Remark() {}

    public Remark(String text) {
        this.text = text;
    }

    void setArticle(Article article) {
        this.article = article;
    }

    /** Returns the key, the article and the text. */
    @Override
    public String toString() {
        return id + " " + article + " " + text;
    }
}
