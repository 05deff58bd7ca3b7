snap --size 120x40 --styles --keys '<Enter>/此语必无<Snap><Esc>' data/articles
